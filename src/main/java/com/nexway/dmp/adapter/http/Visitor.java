package com.nexway.dmp.adapter.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection: a head, its body, its answer, then the next one. Nothing more is read while a
 * request is worked on, so that requests that were sent at once wait where they cost nothing.
 */
final class Visitor extends ChannelInboundHandlerAdapter {
  private static final String TOO_MUCH = "too much is being received at once; send it again";

  private final Link link;
  private final HttpPort port;
  private final PortLimits limits;
  private final Inbox inbox = new Inbox();
  private final HeadReader heads;
  private final @Nullable String address;
  private @Nullable Call call;
  private Rest rest = new Rest();
  private boolean isHeadBegun;
  private boolean isReading;

  Visitor(SocketChannel channel, HttpPort port) {
    this.link = new Link(channel, port.visitors());
    this.port = port;
    this.limits = port.limits();
    this.heads = new HeadReader(limits.longestHead());
    this.address = port.peers().connection(link.peer());
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    link.within(limits.head(), () -> cut("it sent no head"));
    port.visitors().arrived(this, address);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    inbox.add((ByteBuf) message);
    if (link.is(Stage.LINGER)) {
      throwAway();
    } else {
      read();
    }
  }

  /** Reads what is there, as far as it goes. */
  private void read() {
    if (isReading) {
      return; // an answer was written at once: the loop below goes on by itself
    }
    isReading = true;
    try {
      boolean isMore = true;
      while (isMore && link.is(Stage.HEAD)) {
        isMore = readHead();
      }
      if (link.is(Stage.BODY)) {
        readBody();
      }
    } catch (BadRequest e) {
      refuse(e.status(), e.words());
    } finally {
      isReading = false;
    }
  }

  /** Whether there was a whole head. */
  private boolean readHead() throws BadRequest {
    if (inbox.isEmpty()) {
      return false;
    }
    if (!isHeadBegun) {
      isHeadBegun = true;
      link.within(limits.head(), () -> refuse(408, "the head did not come in time"));
    }
    RequestHead head = heads.read(inbox);
    if (head == null) {
      return false;
    }
    isHeadBegun = false;
    Optional<Refusal> refusal = port.turnAway(head);
    if (refusal.isPresent()) {
      turnAway(head, refusal.get());
    } else {
      letIn(head);
    }
    return true;
  }

  private void turnAway(RequestHead head, Refusal refusal) {
    Onlooker onlooker = refusal.onlooker();
    if (onlooker != null && head.hasBody()) {
      rest = new Rest(BodyReader.of(head, new SeenBody(onlooker)), onlooker);
    }
    boolean keeps = head.keepsAlive() && !head.hasBody() && port.isOpen();
    answer(refusal.reply(), keeps, head.method().equals("HEAD"));
  }

  private void letIn(RequestHead head) {
    String sender = port.peers().request(link.peer(), head.text("X-Forwarded-For"));
    if (sender != null && !port.peers().enter(sender, limits.perAddress())) {
      refuse(503, "one address sends too much at once");
      return;
    }
    Call begun = new Call(head, sender);
    call = begun;
    if (!head.hasBody()) {
      work(begun);
      return;
    }
    begun.receive(port.receive(() -> refuse(503, TOO_MUCH)));
    link.move(this, Stage.BODY);
    link.within(limits.body(), () -> refuse(408, "the body did not come in time"));
    if (head.awaitsWord() && inbox.isEmpty()) {
      link.askForBody();
    }
  }

  private void readBody() throws BadRequest {
    Call now = call;
    if (now == null) {
      return;
    }
    BodyReader.Progress progress = now.read(inbox);
    if (progress == BodyReader.Progress.WHOLE) {
      work(now);
    } else if (progress == BodyReader.Progress.WAIT) {
      link.takes(false);
      port.bodies().await(() -> link.later(this::goOn));
    }
  }

  private void goOn() {
    if (link.is(Stage.BODY)) {
      link.takes(true);
      read();
    }
  }

  private void work(Call whole) {
    link.move(this, Stage.WORK);
    link.waitForNothing();
    link.takes(false);
    port.work(whole.head(), whole, reply -> link.later(() -> done(whole, reply)));
  }

  private void done(Call whole, HttpReply reply) {
    whole.end(port.peers());
    if (link.is(Stage.WORK)) {
      answer(reply, whole.head().keepsAlive() && port.isOpen(), whole.isHeadRequest());
    }
  }

  /** The request is not read to its end. */
  private void refuse(int status, String words) {
    HttpReply reply = HttpReply.json(status, words);
    Call cut = call;
    if (cut == null) {
      port.log(words);
    } else {
      Onlooker onlooker = port.cut(cut.head(), reply);
      rest = onlooker == null ? rest : cut.restFor(onlooker);
    }
    answer(reply, false, false);
  }

  /** No answer: whoever sent this, or nothing, is waited for no longer. */
  void cut(String words) {
    port.log(words);
    close();
  }

  private void answer(HttpReply reply, boolean keeps, boolean bodyless) {
    if (link.isAnswered()) {
      return;
    }
    link.move(this, Stage.ANSWER);
    endCall();
    link.takes(false);
    link.within(limits.answer(), () -> cut("its answer was not taken"));
    link.write(reply.bytes(keeps, bodyless))
        .addListener((ChannelFuture end) -> written(end.isSuccess(), keeps));
  }

  private void written(boolean isWritten, boolean keeps) {
    if (!isWritten || !link.is(Stage.ANSWER)) {
      close();
    } else if (keeps) {
      link.move(this, Stage.HEAD);
      link.within(limits.idle(), this::close);
      link.takes(true);
      read();
    } else {
      linger();
    }
  }

  /** Closing at once would reset the connection before the client has read its answer. */
  private void linger() {
    link.move(this, Stage.LINGER);
    link.within(limits.linger(), this::close);
    link.endOutput();
    link.takes(true);
    throwAway();
  }

  private void throwAway() {
    if (rest.throwAway(inbox)) {
      close();
    }
  }

  private void endCall() {
    if (call != null) {
      call.end(port.peers());
      call = null;
    }
  }

  private void close() {
    if (link.is(Stage.WORK)) {
      call = null; // what is worked on holds its body until that is done
    }
    endCall();
    link.close(this, address);
    inbox.clear();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (link.is(Stage.BODY) || link.is(Stage.HEAD) && isHeadBegun) {
      port.log("the client went away within its request");
    }
    close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    port.fault(cause);
    channelInactive(ctx);
  }
}
