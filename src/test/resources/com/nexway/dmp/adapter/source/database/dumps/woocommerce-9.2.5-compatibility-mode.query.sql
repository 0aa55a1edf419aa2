SELECT i.order_item_id AS line, o.ID AS order_id, o.post_modified_gmt AS updated_at, o.post_date_gmt AS created_at, o.post_status AS status,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_email') AS email,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_order_currency') AS currency,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_payment_method') AS payment_method,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_customer_user') AS customer_id,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_first_name') AS first_name,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_last_name') AS last_name,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_company') AS company,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_address_1') AS address_1,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_address_2') AS address_2,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_city') AS city,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_state') AS state,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_postcode') AS postcode,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_country') AS country,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_phone') AS phone,
       (SELECT MAX(meta_value) FROM wp_postmeta WHERE post_id = o.ID AND meta_key = '_billing_vat_number') AS vat_number,
       i.order_item_name AS product_name, l.sku, COALESCE(NULLIF(mv.meta_value, '0'), mp.meta_value) AS product_id,
       mq.meta_value AS qty, ms.meta_value AS subtotal, mx.meta_value AS subtotal_tax, mt.meta_value AS total,
       (SELECT SUM(p.meta_value) FROM wp_woocommerce_order_items t
          JOIN wp_woocommerce_order_itemmeta r ON r.order_item_id = t.order_item_id AND r.meta_key = 'rate_id'
          JOIN wp_woocommerce_order_itemmeta p ON p.order_item_id = t.order_item_id AND p.meta_key = 'rate_percent'
         WHERE t.order_id = o.ID AND t.order_item_type = 'tax'
           AND md.meta_value REGEXP CONCAT('i:', r.meta_value, ';s:[0-9]+:"[0-9]')) AS vat_percent
  FROM wp_posts o
  LEFT JOIN wp_woocommerce_order_items i ON i.order_id = o.ID AND i.order_item_type = 'line_item'
  LEFT JOIN wp_woocommerce_order_itemmeta mp ON mp.order_item_id = i.order_item_id AND mp.meta_key = '_product_id'
  LEFT JOIN wp_woocommerce_order_itemmeta mv ON mv.order_item_id = i.order_item_id AND mv.meta_key = '_variation_id'
  LEFT JOIN wp_woocommerce_order_itemmeta mq ON mq.order_item_id = i.order_item_id AND mq.meta_key = '_qty'
  LEFT JOIN wp_woocommerce_order_itemmeta ms ON ms.order_item_id = i.order_item_id AND ms.meta_key = '_line_subtotal'
  LEFT JOIN wp_woocommerce_order_itemmeta mx ON mx.order_item_id = i.order_item_id AND mx.meta_key = '_line_subtotal_tax'
  LEFT JOIN wp_woocommerce_order_itemmeta mt ON mt.order_item_id = i.order_item_id AND mt.meta_key = '_line_total'
  LEFT JOIN wp_woocommerce_order_itemmeta md ON md.order_item_id = i.order_item_id AND md.meta_key = '_line_tax_data'
  LEFT JOIN wp_wc_product_meta_lookup l ON l.product_id = COALESCE(NULLIF(mv.meta_value, '0'), mp.meta_value)
 WHERE o.post_type = 'shop_order'
