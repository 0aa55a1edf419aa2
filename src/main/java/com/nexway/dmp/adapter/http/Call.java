package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyReader.Progress;
import org.jspecify.annotations.Nullable;

/** A request that was let in, from its head to its answer, with what it holds meanwhile. */
final class Call implements WholeBody {
  private final RequestHead head;
  private final @Nullable String sender;
  private @Nullable ReceivedBody body;
  private @Nullable BodyReader reader;
  private boolean isOver;

  /**
   * @param sender what it is counted under; null where it is not
   */
  Call(RequestHead head, @Nullable String sender) {
    this.head = head;
    this.sender = sender;
  }

  RequestHead head() {
    return head;
  }

  boolean isHeadRequest() {
    return head.method().equals("HEAD");
  }

  /** Begins to take its body. */
  void receive(ReceivedBody begun) {
    body = begun;
    reader = BodyReader.of(head, begun);
  }

  /** Reads what there is of its body. */
  Progress read(Inbox inbox) throws BadRequest {
    if (body == null || reader == null) {
      return Progress.CUT;
    }
    Progress progress = reader.read(inbox);
    if (progress == Progress.WHOLE) {
      body.share().finish();
    }
    return progress;
  }

  /** The body is kept no longer: an onlooker sees what has come of it, and what comes yet. */
  Rest restFor(Onlooker onlooker) {
    if (body == null || reader == null) {
      return new Rest();
    }
    body.showTo(onlooker);
    return new Rest(reader, onlooker);
  }

  /** 0 where there is no body. */
  @Override
  public long size() {
    ReceivedBody whole = body;
    return whole == null ? 0 : whole.size();
  }

  /** Empty where there is no body. */
  @Override
  public byte[] bytes() {
    ReceivedBody whole = body;
    return whole == null ? new byte[0] : whole.bytes();
  }

  /** Gives back what it held. */
  void end(Peers peers) {
    if (isOver) {
      return;
    }
    isOver = true;
    if (body != null) {
      body.share().close();
      body = null;
    }
    if (sender != null) {
      peers.leave(sender);
    }
  }
}
