package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.delivery.Answer;
import com.nexway.dmp.adapter.delivery.Pace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.async.AsyncExecRuntime;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.nio.AsyncRequestProducer;
import org.apache.hc.core5.http.nio.DataStreamChannel;
import org.apache.hc.core5.http.nio.RequestChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way, from the search for a connection until its answer has ended and the
 * connection is free again. It ends once, whoever tells first: the answer, a failure, the watch.
 */
final class Attempt implements AsyncRequestProducer, FutureCallback<Void> {
  private static final long NONE = Long.MAX_VALUE;

  /** The attempt beside what the library keeps for one request. */
  static final class Context extends HttpClientContext {
    private final Attempt attempt;

    private Context(Attempt attempt) {
      this.attempt = attempt;
    }

    static Attempt attempt(HttpClientContext context) {
      return ((Context) context).attempt;
    }
  }

  private final HttpRequest request;
  private final ByteBuffer body;
  private final Pace.Start start;
  private final Surplus surplus;
  private final Words words;
  private final Ending ending;
  private final Context context = new Context(this);
  private final AnswerReader reader;
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable AsyncExecRuntime runtime;
  private volatile @Nullable Future<?> future;
  private volatile boolean connected;
  private volatile boolean written;
  private volatile Surplus.@Nullable Count count;
  private volatile long deadline = NONE;

  /** Is told how the attempt ended. */
  interface Ending {
    void ended(Attempt attempt, Answer answer);
  }

  /**
   * @param request its head, shared by all that are sent as the same user
   * @param body the event's exact bytes
   * @param answerLimit most bytes of the answer's body that are read
   * @param ending told once, on any thread; it does not block
   */
  Attempt(
      HttpRequest request,
      byte[] body,
      Pace.Start start,
      Surplus surplus,
      Words words,
      int answerLimit,
      Ending ending) {
    this.request = request;
    this.body = ByteBuffer.wrap(body);
    this.start = start;
    this.surplus = surplus;
    this.words = words;
    this.ending = ending;
    this.reader = new AnswerReader(this, answerLimit);
  }

  Context context() {
    return context;
  }

  AnswerReader reader() {
    return reader;
  }

  Pace.Start start() {
    return start;
  }

  /** Waits for a connection from now on. */
  void connecting(Future<?> running) {
    future = running;
  }

  void runs(AsyncExecRuntime on) {
    runtime = on;
  }

  /** The connection stands, and the request waits for its turn, however long that takes. */
  void connected() {
    deadline = NONE;
    connected = true;
  }

  boolean isConnected() {
    return connected;
  }

  /** Whether nobody waits for it any more. */
  boolean isOver() {
    return over.get();
  }

  /** From now on it may take no longer than that. */
  void allow(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  /** Ends the attempt if its time is over. */
  void check(long now) {
    long end = deadline;
    if (end != NONE && now - end >= 0) {
      end(written ? words.noAnswer() : words.noConnection());
      abandon();
    }
  }

  private void abandon() {
    Future<?> running = future;
    if (running != null) {
      running.cancel(true);
    }
    AsyncExecRuntime on = runtime;
    if (on != null) {
      on.discardEndpoint();
    }
  }

  /**
   * Its answer has come to its end.
   *
   * @throws IOException where more has come: the answer counts, and the connection is given up
   */
  void answered(AnswerSize size) throws IOException {
    Surplus.Count bytes = count;
    if (bytes != null) {
      bytes.end(context.getEndpointDetails().getReceivedBytesCount(), size);
    }
  }

  /** Ends the attempt, unless it has ended. What was read of an answer counts. */
  void end(@Nullable Exception failure) {
    if (over.compareAndSet(false, true)) {
      deadline = NONE;
      start.answered();
      ending.ended(this, answer(failure));
    }
  }

  /** Whether its connection had answered others before. */
  boolean isOnReused() {
    Surplus.Count bytes = count;
    return bytes != null && bytes.isReused();
  }

  // A fault of ours must not leave the event without an end: it is handed on as what it is.
  private Answer answer(@Nullable Exception failure) {
    try {
      return whatCame(failure);
    } catch (RuntimeException e) {
      return new Answer.None(e, written);
    }
  }

  private Answer whatCame(@Nullable Exception failure) {
    Answer came = reader.answer();
    if (came != null) {
      return came;
    }
    if (connected && !written) {
      return new Answer.Unwritten(Words.of(failure));
    }
    return new Answer.None(words.plain(failure, connected), written);
  }

  @Override
  public void sendRequest(RequestChannel channel, HttpContext to)
      throws HttpException, IOException {
    channel.sendRequest(request, new EventDetails(body.capacity()), to);
  }

  @Override
  public void produce(DataStreamChannel channel) throws IOException {
    if (!written) {
      // Nothing has left yet, not even the head: it is flushed together with the first bytes.
      count = surplus.before(context.getEndpointDetails());
      start.writing();
      written = true;
    }
    channel.write(body);
    if (!body.hasRemaining()) {
      start.written();
      channel.endStream();
    }
  }

  @Override
  public int available() {
    return body.remaining();
  }

  @Override
  public boolean isRepeatable() {
    return false;
  }

  @Override
  public void completed(Void result) {}

  @Override
  public void failed(Exception cause) {
    end(cause);
  }

  @Override
  public void cancelled() {
    end(new CancellationException("the adapter stops"));
  }

  @Override
  public void releaseResources() {}
}
