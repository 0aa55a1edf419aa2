package com.nexway.dmp.adapter.source.webhook;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A look at a body that is thrown away, because its head was refused: whether the shop signed it,
 * and its first bytes.
 */
public final class BodyLook {
  /** Little: there may be as many looks as connections. In bytes. */
  private static final int FIRST = 4 * 1024;

  private final @Nullable SignatureCheck check;
  private final ByteArrayOutputStream first = new ByteArrayOutputStream();

  BodyLook(@Nullable SignatureCheck check) {
    this.check = check;
  }

  /** The next bytes. */
  public void see(byte[] bytes) {
    if (check != null) {
      check.see(bytes);
      first.write(bytes, 0, Math.min(bytes.length, FIRST - first.size()));
    }
  }

  /** Whether all that was seen was signed by the shop. */
  public boolean isSigned() {
    return check != null && check.end().fits();
  }

  /** What it began with. */
  public byte[] first() {
    return first.toByteArray();
  }
}
