SELECT d.id_order_detail AS line, o.id_order, o.reference, o.date_upd AS updated_at, o.date_add AS created_at,
       o.current_state, s.paid, o.module, m.iso_code AS currency, o.id_cart,
       c.email, c.firstname, c.lastname, c.birthday, c.newsletter, c.optin, g.type AS gender, c.siret, l.iso_code AS language,
       a.company, a.vat_number, a.address1, a.address2, a.postcode, a.city, k.iso_code AS country, t.iso_code AS state, a.phone, a.phone_mobile,
       p.card_brand, p.card_expiration,
       d.product_name, d.product_reference, d.product_id, d.product_attribute_id, d.product_quantity,
       d.unit_price_tax_excl, d.unit_price_tax_incl, d.tax_rate, d.original_product_price
  FROM ps_orders o
  JOIN ps_currency m ON m.id_currency = o.id_currency
  JOIN ps_order_state s ON s.id_order_state = o.current_state
  JOIN ps_lang l ON l.id_lang = o.id_lang
  LEFT JOIN ps_customer c ON c.id_customer = o.id_customer
  LEFT JOIN ps_gender g ON g.id_gender = c.id_gender
  LEFT JOIN ps_address a ON a.id_address = o.id_address_invoice
  LEFT JOIN ps_country k ON k.id_country = a.id_country
  LEFT JOIN ps_state t ON t.id_state = a.id_state
  LEFT JOIN (SELECT order_reference, MAX(card_brand) AS card_brand, MAX(card_expiration) AS card_expiration
               FROM ps_order_payment GROUP BY order_reference) p ON p.order_reference = o.reference
  LEFT JOIN ps_order_detail d ON d.id_order = o.id_order
