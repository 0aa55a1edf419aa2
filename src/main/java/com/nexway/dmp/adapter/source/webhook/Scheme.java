package com.nexway.dmp.adapter.source.webhook;

/** What is signed, and how the signature is written. All are HMAC with SHA-256. */
public enum Scheme {
  /** Not signed: whoever knows the address may post. */
  NONE(""),
  /** The body, in base64. */
  HMAC_SHA256_BASE64(""),
  /** The body, in hexadecimal. */
  HMAC_SHA256_HEX(""),
  /** As {@link #HMAC_SHA256_BASE64}, in Shopify's header. */
  SHOPIFY("X-Shopify-Hmac-Sha256"),
  /** As {@link #HMAC_SHA256_BASE64}, in WooCommerce's header. */
  WOOCOMMERCE("X-WC-Webhook-Signature"),
  /** As {@link #HMAC_SHA256_BASE64}, in FastSpring's header. */
  FASTSPRING("X-FS-Signature"),
  /** {@code t=TIME,v1=HEX}: the time, a dot and the body. */
  STRIPE("Stripe-Signature"),
  /** {@code ts=TIME;h1=HEX}: the time, a colon and the body. */
  PADDLE("Paddle-Signature");

  private final String header;

  Scheme(String header) {
    this.header = header;
  }

  /** The header that the shop uses; empty where it must be named. */
  public String header() {
    return header;
  }
}
