package com.nexway.dmp.adapter.testing;

/** How the sales of a {@link BusyShop} are read: small batches, looked for often. */
final class BusySources {
  static final String MAPPING =
      """
      key: ${id}
      event:
        action: order
        user: { email: "${email}" }
        order:
          id: ${id}
          currency: EUR
          items:
            - product: { name: Photo Studio, uniqueReference: PS-12 }
              quantity: 1
      """;

  static final String FILES =
      """
      - templatedRoute:
          routeTemplateRef: csv
          routeId: files
          parameters:
            - { name: mapping, value: sales }
            - { name: shop, value: shop }
            - { name: settle-time, value: 0s }
            - { name: look-every, value: 100ms }
      """;

  static final String POSTS =
      """
      - templatedRoute:
          routeTemplateRef: webhook
          routeId: posts
          parameters:
            - { name: mapping, value: sales }
            - { name: shop, value: shop }
            - { name: signature, value: shopify }
            - { name: secret, value: "env:POSTS_SECRET" }
      """;

  static final String TABLE =
      """
      - templatedRoute:
          routeTemplateRef: database
          routeId: table
          parameters:
            - { name: mapping, value: sales }
            - { name: shop, value: shop }
            - { name: database, value: shop }
            - { name: query, value: "SELECT id, sold_at, email FROM sale" }
            - { name: time-column, value: sold_at }
            - { name: id-column, value: id }
            - { name: every, value: 100ms }
            - { name: overlap, value: 2s }
      """;

  private BusySources() {}
}
