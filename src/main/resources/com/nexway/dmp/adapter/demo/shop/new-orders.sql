INSERT INTO orders VALUES (10221, 93, 'paid', 'GBP', 'cheque', '2025-03-03 09:02:57', '2025-03-03 09:02:57');
INSERT INTO order_lines VALUES (10221, 1, 3, 2, 4.99, 5.99, 20);
INSERT INTO order_lines VALUES (10221, 2, 5, 1, 89.00, 106.80, 20);

INSERT INTO orders VALUES (10222, 42, 'pending', 'EUR', NULL, '2025-03-03 09:13:10', '2025-03-03 09:13:10');
INSERT INTO order_lines VALUES (10222, 1, 8, 5, 47.88, 57.46, 20);
INSERT INTO order_lines VALUES (10222, 2, 9, 1, 19.99, 23.99, 20);

INSERT INTO orders VALUES (10223, 19, 'paid', 'GBP', NULL, '2025-03-03 09:13:17', '2025-03-03 09:13:17');
INSERT INTO order_lines VALUES (10223, 1, 2, 1, 69.90, 83.88, 20);
INSERT INTO order_lines VALUES (10223, 2, 9, 2, 19.99, 23.99, 20);
INSERT INTO order_lines VALUES (10223, 3, 4, 1, 14.99, 17.99, 20);

INSERT INTO orders VALUES (10224, 61, 'paid', 'EUR', 'cash on delivery', '2025-03-03 09:13:24', '2025-03-03 09:13:24');
INSERT INTO order_lines VALUES (10224, 1, 4, 1, 14.99, 17.84, 19);
INSERT INTO order_lines VALUES (10224, 2, 5, 1, 89.00, 105.91, 19);

INSERT INTO orders VALUES (10225, 81, 'pending', 'GBP', 'cheque', '2025-03-03 09:13:31', '2025-03-03 09:13:31');
INSERT INTO order_lines VALUES (10225, 1, 7, 2, 54.45, 65.34, 20);

INSERT INTO orders VALUES (10226, 44, 'paid', 'EUR', 'cash on delivery', '2025-03-03 09:13:38', '2025-03-03 09:13:38');
INSERT INTO order_lines VALUES (10226, 1, 2, 1, 69.90, 83.88, 20);
INSERT INTO order_lines VALUES (10226, 2, 5, 1, 89.00, 106.80, 20);
INSERT INTO order_lines VALUES (10226, 3, 7, 1, 54.45, 65.34, 20);

INSERT INTO orders VALUES (10227, 107, 'paid', 'EUR', 'PayPal', '2025-03-03 09:13:38', '2025-03-03 09:13:38');
INSERT INTO order_lines VALUES (10227, 1, 7, 2, 54.45, 66.97, 23);
INSERT INTO order_lines VALUES (10227, 2, 2, 2, 69.90, 85.98, 23);

INSERT INTO orders VALUES (10228, 103, 'pending', 'EUR', 'Visa', '2025-03-03 09:13:38', '2025-03-03 09:13:38');
INSERT INTO order_lines VALUES (10228, 1, 3, 1, 4.99, 5.94, 19);

INSERT INTO orders VALUES (10229, 51, 'pending', 'EUR', NULL, '2025-03-03 09:13:45', '2025-03-03 09:13:45');
INSERT INTO order_lines VALUES (10229, 1, 5, 2, 89.00, 106.80, 20);
INSERT INTO order_lines VALUES (10229, 2, 6, 1, 189.50, 227.40, 20);

INSERT INTO orders VALUES (10230, 4, 'paid', 'GBP', 'Mastercard', '2025-03-03 09:13:45', '2025-03-03 09:13:45');
INSERT INTO order_lines VALUES (10230, 1, 5, 1, 89.00, 106.80, 20);

INSERT INTO orders VALUES (10231, 88, 'cancelled', 'EUR', 'cheque', '2025-03-03 09:13:52', '2025-03-03 09:13:52');
INSERT INTO order_lines VALUES (10231, 1, 2, 1, 69.90, 83.88, 20);

INSERT INTO orders VALUES (10232, 49, 'paid', 'EUR', 'cash on delivery', '2025-03-03 09:13:52', '2025-03-03 09:13:52');
INSERT INTO order_lines VALUES (10232, 1, 10, 2, 39.95, 47.54, 19);
INSERT INTO order_lines VALUES (10232, 2, 1, 5, 29.90, 35.58, 19);
INSERT INTO order_lines VALUES (10232, 3, 3, 1, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10232, 4, 8, 1, 47.88, 56.98, 19);

INSERT INTO orders VALUES (10233, 55, 'paid', 'EUR', 'cash on delivery', '2025-03-03 09:14:53', '2025-03-03 09:14:53');
INSERT INTO order_lines VALUES (10233, 1, 7, 1, 54.45, 65.34, 20);

INSERT INTO orders VALUES (10234, 115, 'paid', 'EUR', NULL, '2025-03-03 10:15:00', '2025-03-03 10:15:00');
INSERT INTO order_lines VALUES (10234, 1, 6, 1, 189.50, 225.51, 19);
INSERT INTO order_lines VALUES (10234, 2, 4, 1, 14.99, 17.84, 19);

INSERT INTO orders VALUES (10235, 23, 'cancelled', 'EUR', 'Visa', '2025-03-03 10:25:13', '2025-03-03 10:25:13');
INSERT INTO order_lines VALUES (10235, 1, 9, 1, 19.99, 23.99, 20);

INSERT INTO orders VALUES (10236, 16, 'pending', 'EUR', 'cash on delivery', '2025-03-03 10:26:14', '2025-03-03 10:26:14');
INSERT INTO order_lines VALUES (10236, 1, 7, 1, 54.45, 66.97, 23);
INSERT INTO order_lines VALUES (10236, 2, 10, 1, 39.95, 49.14, 23);
INSERT INTO order_lines VALUES (10236, 3, 2, 2, 69.90, 85.98, 23);

INSERT INTO orders VALUES (10237, 117, 'paid', 'EUR', 'Visa', '2025-03-03 11:26:21', '2025-03-03 11:26:21');
INSERT INTO order_lines VALUES (10237, 1, 10, 1, 39.95, 47.54, 19);
INSERT INTO order_lines VALUES (10237, 2, 6, 1, 189.50, 225.51, 19);
INSERT INTO order_lines VALUES (10237, 3, 1, 2, 29.90, 35.58, 19);

INSERT INTO orders VALUES (10238, 105, 'pending', 'EUR', 'bank transfer', '2025-03-03 11:26:21', '2025-03-03 11:26:21');
INSERT INTO order_lines VALUES (10238, 1, 2, 1, 69.90, 83.18, 19);

INSERT INTO orders VALUES (10239, 42, 'pending', 'EUR', 'cheque', '2025-03-03 11:36:34', '2025-03-03 11:36:34');
INSERT INTO order_lines VALUES (10239, 1, 1, 2, 29.90, 35.88, 20);
INSERT INTO order_lines VALUES (10239, 2, 8, 1, 47.88, 57.46, 20);

INSERT INTO orders VALUES (10240, 31, 'paid', 'EUR', 'bank transfer', '2025-03-03 11:36:34', '2025-03-03 11:36:34');
INSERT INTO order_lines VALUES (10240, 1, 7, 1, 54.45, 64.80, 19);
INSERT INTO order_lines VALUES (10240, 2, 9, 1, 19.99, 23.79, 19);

INSERT INTO orders VALUES (10241, 26, 'paid', 'GBP', 'Mastercard', '2025-03-03 11:36:34', '2025-03-03 11:36:34');
INSERT INTO order_lines VALUES (10241, 1, 3, 2, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10242, 47, 'paid', 'EUR', 'American Express', '2025-03-03 11:36:34', '2025-03-03 11:36:34');
INSERT INTO order_lines VALUES (10242, 1, 5, 1, 89.00, 105.91, 19);
INSERT INTO order_lines VALUES (10242, 2, 7, 1, 54.45, 64.80, 19);
INSERT INTO order_lines VALUES (10242, 3, 3, 1, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10242, 4, 10, 2, 39.95, 47.54, 19);

INSERT INTO orders VALUES (10243, 58, 'paid', 'GBP', NULL, '2025-03-03 12:36:41', '2025-03-03 12:36:41');
INSERT INTO order_lines VALUES (10243, 1, 10, 1, 39.95, 47.94, 20);

INSERT INTO orders VALUES (10244, 33, 'paid', 'EUR', 'cheque', '2025-03-03 12:37:42', '2025-03-03 12:37:42');
INSERT INTO order_lines VALUES (10244, 1, 5, 1, 89.00, 106.80, 20);

INSERT INTO orders VALUES (10245, 20, 'paid', 'EUR', NULL, '2025-03-03 13:37:49', '2025-03-03 13:37:49');
INSERT INTO order_lines VALUES (10245, 1, 10, 1, 39.95, 47.54, 19);
INSERT INTO order_lines VALUES (10245, 2, 7, 1, 54.45, 64.80, 19);
INSERT INTO order_lines VALUES (10245, 3, 3, 2, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10245, 4, 9, 2, 19.99, 23.79, 19);

INSERT INTO orders VALUES (10246, 69, 'pending', 'GBP', NULL, '2025-03-03 13:37:56', '2025-03-03 13:37:56');
INSERT INTO order_lines VALUES (10246, 1, 3, 1, 4.99, 5.99, 20);
INSERT INTO order_lines VALUES (10246, 2, 6, 1, 189.50, 227.40, 20);

INSERT INTO orders VALUES (10247, 68, 'paid', 'EUR', 'Mastercard', '2025-03-03 14:38:03', '2025-03-03 14:38:03');
INSERT INTO order_lines VALUES (10247, 1, 5, 5, 89.00, 106.80, 20);
INSERT INTO order_lines VALUES (10247, 2, 10, 5, 39.95, 47.94, 20);
INSERT INTO order_lines VALUES (10247, 3, 7, 1, 54.45, 65.34, 20);
INSERT INTO order_lines VALUES (10247, 4, 1, 2, 29.90, 35.88, 20);

INSERT INTO orders VALUES (10248, 97, 'cancelled', 'EUR', 'bank transfer', '2025-03-03 14:38:10', '2025-03-03 14:38:10');
INSERT INTO order_lines VALUES (10248, 1, 6, 1, 189.50, 233.09, 23);
INSERT INTO order_lines VALUES (10248, 2, 9, 1, 19.99, 24.59, 23);

INSERT INTO orders VALUES (10249, 45, 'paid', 'GBP', 'PayPal', '2025-03-03 14:38:10', '2025-03-03 14:38:10');
INSERT INTO order_lines VALUES (10249, 1, 10, 2, 39.95, 47.94, 20);

INSERT INTO orders VALUES (10250, 89, 'paid', 'EUR', 'American Express', '2025-03-03 15:38:17', '2025-03-03 15:38:17');
INSERT INTO order_lines VALUES (10250, 1, 4, 1, 14.99, 17.99, 20);

INSERT INTO orders VALUES (10251, 71, 'paid', 'EUR', 'cheque', '2025-03-03 15:48:30', '2025-03-03 15:48:30');
INSERT INTO order_lines VALUES (10251, 1, 5, 1, 89.00, 105.91, 19);

INSERT INTO orders VALUES (10252, 30, 'paid', 'EUR', 'PayPal', '2025-03-03 15:49:31', '2025-03-03 15:49:31');
INSERT INTO order_lines VALUES (10252, 1, 7, 1, 54.45, 65.88, 21);

INSERT INTO orders VALUES (10253, 43, 'paid', 'EUR', 'American Express', '2025-03-03 16:49:38', '2025-03-03 16:49:38');
INSERT INTO order_lines VALUES (10253, 1, 4, 2, 14.99, 18.44, 23);

INSERT INTO orders VALUES (10254, 92, 'pending', 'EUR', 'PayPal', '2025-03-03 16:59:51', '2025-03-03 16:59:51');
INSERT INTO order_lines VALUES (10254, 1, 9, 1, 19.99, 23.79, 19);
INSERT INTO order_lines VALUES (10254, 2, 7, 1, 54.45, 64.80, 19);

INSERT INTO orders VALUES (10255, 15, 'paid', 'EUR', 'Mastercard', '2025-03-03 16:59:58', '2025-03-03 16:59:58');
INSERT INTO order_lines VALUES (10255, 1, 8, 1, 47.88, 58.89, 23);
INSERT INTO order_lines VALUES (10255, 2, 9, 2, 19.99, 24.59, 23);

INSERT INTO orders VALUES (10256, 26, 'paid', 'GBP', 'Visa', '2025-03-03 16:59:58', '2025-03-03 16:59:58');
INSERT INTO order_lines VALUES (10256, 1, 2, 1, 69.90, 83.88, 20);
INSERT INTO order_lines VALUES (10256, 2, 6, 1, 189.50, 227.40, 20);
INSERT INTO order_lines VALUES (10256, 3, 9, 5, 19.99, 23.99, 20);
INSERT INTO order_lines VALUES (10256, 4, 7, 1, 54.45, 65.34, 20);

INSERT INTO orders VALUES (10257, 11, 'paid', 'EUR', NULL, '2025-03-03 16:59:58', '2025-03-03 16:59:58');
INSERT INTO order_lines VALUES (10257, 1, 2, 1, 69.90, 83.88, 20);
INSERT INTO order_lines VALUES (10257, 2, 8, 1, 47.88, 57.46, 20);
INSERT INTO order_lines VALUES (10257, 3, 3, 1, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10258, 102, 'cancelled', 'EUR', NULL, '2025-03-03 18:00:05', '2025-03-03 18:00:05');
INSERT INTO order_lines VALUES (10258, 1, 3, 1, 4.99, 5.94, 19);

INSERT INTO orders VALUES (10259, 61, 'paid', 'EUR', 'bank transfer', '2025-03-03 18:00:05', '2025-03-03 18:00:05');
INSERT INTO order_lines VALUES (10259, 1, 9, 1, 19.99, 23.79, 19);

INSERT INTO orders VALUES (10260, 91, 'cancelled', 'EUR', 'Mastercard', '2025-03-03 19:00:12', '2025-03-03 19:00:12');
INSERT INTO order_lines VALUES (10260, 1, 6, 1, 189.50, 229.30, 21);
INSERT INTO order_lines VALUES (10260, 2, 4, 1, 14.99, 18.14, 21);
INSERT INTO order_lines VALUES (10260, 3, 2, 1, 69.90, 84.58, 21);

INSERT INTO orders VALUES (10261, 111, 'cancelled', 'EUR', 'American Express', '2025-03-03 19:10:25', '2025-03-03 19:10:25');
INSERT INTO order_lines VALUES (10261, 1, 10, 5, 39.95, 47.54, 19);

INSERT INTO orders VALUES (10262, 72, 'pending', 'EUR', 'PayPal', '2025-03-03 19:10:32', '2025-03-03 19:10:32');
INSERT INTO order_lines VALUES (10262, 1, 4, 1, 14.99, 17.84, 19);

INSERT INTO orders VALUES (10263, 42, 'pending', 'EUR', 'Mastercard', '2025-03-03 19:10:32', '2025-03-03 19:10:32');
INSERT INTO order_lines VALUES (10263, 1, 8, 1, 47.88, 57.46, 20);

INSERT INTO orders VALUES (10264, 28, 'paid', 'EUR', 'cheque', '2025-03-03 20:10:39', '2025-03-03 20:10:39');
INSERT INTO order_lines VALUES (10264, 1, 3, 1, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10264, 2, 5, 1, 89.00, 105.91, 19);
INSERT INTO order_lines VALUES (10264, 3, 10, 1, 39.95, 47.54, 19);
INSERT INTO order_lines VALUES (10264, 4, 2, 1, 69.90, 83.18, 19);

INSERT INTO orders VALUES (10265, 89, 'paid', 'EUR', 'American Express', '2025-03-03 20:10:46', '2025-03-03 20:10:46');
INSERT INTO order_lines VALUES (10265, 1, 3, 1, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10266, 1, 'pending', 'EUR', 'PayPal', '2025-03-03 21:10:53', '2025-03-03 21:10:53');
INSERT INTO order_lines VALUES (10266, 1, 3, 5, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10267, 40, 'paid', 'EUR', 'Mastercard', '2025-03-03 21:10:53', '2025-03-03 21:10:53');
INSERT INTO order_lines VALUES (10267, 1, 5, 5, 89.00, 105.91, 19);
INSERT INTO order_lines VALUES (10267, 2, 8, 1, 47.88, 56.98, 19);
INSERT INTO order_lines VALUES (10267, 3, 6, 2, 189.50, 225.51, 19);
INSERT INTO order_lines VALUES (10267, 4, 9, 1, 19.99, 23.79, 19);

INSERT INTO orders VALUES (10268, 90, 'draft', 'GBP', 'cheque', '2025-03-03 21:11:54', '2025-03-03 21:11:54');
INSERT INTO order_lines VALUES (10268, 1, 8, 1, 47.88, 57.46, 20);

INSERT INTO orders VALUES (10269, 75, 'pending', 'EUR', 'American Express', '2025-03-03 21:11:54', '2025-03-03 21:11:54');
INSERT INTO order_lines VALUES (10269, 1, 5, 1, 89.00, 107.69, 21);

INSERT INTO orders VALUES (10270, 1, 'paid', 'EUR', 'cash on delivery', '2025-03-03 21:11:54', '2025-03-03 21:11:54');
INSERT INTO order_lines VALUES (10270, 1, 1, 1, 29.90, 35.88, 20);
INSERT INTO order_lines VALUES (10270, 2, 3, 2, 4.99, 5.99, 20);
INSERT INTO order_lines VALUES (10270, 3, 7, 1, 54.45, 65.34, 20);

INSERT INTO orders VALUES (10271, 96, 'paid', 'EUR', 'cheque', '2025-03-03 21:12:55', '2025-03-03 21:12:55');
INSERT INTO order_lines VALUES (10271, 1, 5, 1, 89.00, 105.91, 19);
INSERT INTO order_lines VALUES (10271, 2, 6, 1, 189.50, 225.51, 19);
INSERT INTO order_lines VALUES (10271, 3, 2, 1, 69.90, 83.18, 19);

INSERT INTO orders VALUES (10272, 54, 'pending', 'EUR', 'cheque', '2025-03-03 21:13:56', '2025-03-03 21:13:56');
INSERT INTO order_lines VALUES (10272, 1, 1, 1, 29.90, 35.88, 20);

INSERT INTO orders VALUES (10273, 78, 'pending', 'GBP', 'bank transfer', '2025-03-03 21:13:56', '2025-03-03 21:13:56');
INSERT INTO order_lines VALUES (10273, 1, 8, 1, 47.88, 57.46, 20);

INSERT INTO orders VALUES (10274, 101, 'paid', 'GBP', 'PayPal', '2025-03-03 22:14:03', '2025-03-03 22:14:03');
INSERT INTO order_lines VALUES (10274, 1, 2, 1, 69.90, 83.88, 20);
INSERT INTO order_lines VALUES (10274, 2, 7, 1, 54.45, 65.34, 20);
INSERT INTO order_lines VALUES (10274, 3, 4, 2, 14.99, 17.99, 20);

INSERT INTO orders VALUES (10275, 103, 'paid', 'EUR', 'cheque', '2025-03-03 22:15:04', '2025-03-03 22:15:04');
INSERT INTO order_lines VALUES (10275, 1, 1, 1, 29.90, 35.58, 19);
INSERT INTO order_lines VALUES (10275, 2, 8, 1, 47.88, 56.98, 19);
INSERT INTO order_lines VALUES (10275, 3, 2, 1, 69.90, 83.18, 19);

INSERT INTO orders VALUES (10276, 89, 'paid', 'EUR', 'American Express', '2025-03-03 23:15:11', '2025-03-03 23:15:11');
INSERT INTO order_lines VALUES (10276, 1, 8, 1, 47.88, 57.46, 20);

INSERT INTO orders VALUES (10277, 82, 'paid', 'EUR', 'Visa', '2025-03-04 00:15:18', '2025-03-04 00:15:18');
INSERT INTO order_lines VALUES (10277, 1, 2, 2, 69.90, 84.58, 21);
INSERT INTO order_lines VALUES (10277, 2, 10, 1, 39.95, 48.34, 21);

INSERT INTO orders VALUES (10278, 88, 'paid', 'EUR', 'Visa', '2025-03-04 00:15:25', '2025-03-04 00:15:25');
INSERT INTO order_lines VALUES (10278, 1, 9, 2, 19.99, 23.99, 20);

INSERT INTO orders VALUES (10279, 8, 'paid', 'EUR', NULL, '2025-03-04 00:25:38', '2025-03-04 00:25:38');
INSERT INTO order_lines VALUES (10279, 1, 2, 1, 69.90, 85.98, 23);
INSERT INTO order_lines VALUES (10279, 2, 10, 1, 39.95, 49.14, 23);
INSERT INTO order_lines VALUES (10279, 3, 5, 1, 89.00, 109.47, 23);
INSERT INTO order_lines VALUES (10279, 4, 7, 2, 54.45, 66.97, 23);

INSERT INTO orders VALUES (10280, 3, 'paid', 'EUR', 'cash on delivery', '2025-03-04 00:25:38', '2025-03-04 00:25:38');
INSERT INTO order_lines VALUES (10280, 1, 3, 1, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10281, 18, 'pending', 'EUR', 'PayPal', '2025-03-04 00:25:38', '2025-03-04 00:25:38');
INSERT INTO order_lines VALUES (10281, 1, 9, 1, 19.99, 23.79, 19);

INSERT INTO orders VALUES (10282, 71, 'pending', 'EUR', 'bank transfer', '2025-03-04 00:35:51', '2025-03-04 00:35:51');
INSERT INTO order_lines VALUES (10282, 1, 4, 1, 14.99, 17.84, 19);
INSERT INTO order_lines VALUES (10282, 2, 8, 1, 47.88, 56.98, 19);
INSERT INTO order_lines VALUES (10282, 3, 5, 5, 89.00, 105.91, 19);

INSERT INTO orders VALUES (10283, 46, 'draft', 'EUR', 'Visa', '2025-03-04 00:36:52', '2025-03-04 00:36:52');
INSERT INTO order_lines VALUES (10283, 1, 6, 1, 189.50, 225.51, 19);
INSERT INTO order_lines VALUES (10283, 2, 5, 1, 89.00, 105.91, 19);
INSERT INTO order_lines VALUES (10283, 3, 3, 1, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10283, 4, 8, 1, 47.88, 56.98, 19);

INSERT INTO orders VALUES (10284, 35, 'cancelled', 'EUR', 'American Express', '2025-03-04 00:36:59', '2025-03-04 00:36:59');
INSERT INTO order_lines VALUES (10284, 1, 9, 1, 19.99, 23.79, 19);
INSERT INTO order_lines VALUES (10284, 2, 7, 1, 54.45, 64.80, 19);

INSERT INTO orders VALUES (10285, 11, 'paid', 'EUR', 'Visa', '2025-03-04 00:36:59', '2025-03-04 00:36:59');
INSERT INTO order_lines VALUES (10285, 1, 10, 1, 39.95, 47.94, 20);
INSERT INTO order_lines VALUES (10285, 2, 5, 1, 89.00, 106.80, 20);
INSERT INTO order_lines VALUES (10285, 3, 3, 1, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10286, 31, 'paid', 'EUR', 'cheque', '2025-03-04 01:37:06', '2025-03-04 01:37:06');
INSERT INTO order_lines VALUES (10286, 1, 10, 1, 39.95, 47.54, 19);
INSERT INTO order_lines VALUES (10286, 2, 7, 5, 54.45, 64.80, 19);

INSERT INTO orders VALUES (10287, 110, 'pending', 'EUR', NULL, '2025-03-04 01:37:06', '2025-03-04 01:37:06');
INSERT INTO order_lines VALUES (10287, 1, 1, 1, 29.90, 35.58, 19);

INSERT INTO orders VALUES (10288, 33, 'paid', 'EUR', 'American Express', '2025-03-04 01:37:06', '2025-03-04 01:37:06');
INSERT INTO order_lines VALUES (10288, 1, 1, 1, 29.90, 35.88, 20);
INSERT INTO order_lines VALUES (10288, 2, 6, 1, 189.50, 227.40, 20);

INSERT INTO orders VALUES (10289, 70, 'cancelled', 'EUR', 'cash on delivery', '2025-03-04 01:47:19', '2025-03-04 01:47:19');
INSERT INTO order_lines VALUES (10289, 1, 1, 2, 29.90, 36.78, 23);

INSERT INTO orders VALUES (10290, 104, 'paid', 'EUR', 'American Express', '2025-03-04 01:48:20', '2025-03-04 01:48:20');
INSERT INTO order_lines VALUES (10290, 1, 7, 1, 54.45, 65.88, 21);
INSERT INTO order_lines VALUES (10290, 2, 10, 1, 39.95, 48.34, 21);

INSERT INTO orders VALUES (10291, 92, 'paid', 'EUR', 'cheque', '2025-03-04 01:48:27', '2025-03-04 01:48:27');
INSERT INTO order_lines VALUES (10291, 1, 1, 1, 29.90, 35.58, 19);

INSERT INTO orders VALUES (10292, 106, 'paid', 'EUR', 'bank transfer', '2025-03-04 01:48:34', '2025-03-04 01:48:34');
INSERT INTO order_lines VALUES (10292, 1, 1, 2, 29.90, 35.88, 20);

INSERT INTO orders VALUES (10293, 112, 'paid', 'EUR', 'Visa', '2025-03-04 01:48:41', '2025-03-04 01:48:41');
INSERT INTO order_lines VALUES (10293, 1, 3, 1, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10293, 2, 4, 1, 14.99, 17.84, 19);

INSERT INTO orders VALUES (10294, 89, 'pending', 'EUR', 'PayPal', '2025-03-04 01:48:48', '2025-03-04 01:48:48');
INSERT INTO order_lines VALUES (10294, 1, 1, 2, 29.90, 35.88, 20);

INSERT INTO orders VALUES (10295, 20, 'paid', 'EUR', 'PayPal', '2025-03-04 01:48:48', '2025-03-04 01:48:48');
INSERT INTO order_lines VALUES (10295, 1, 7, 1, 54.45, 64.80, 19);
INSERT INTO order_lines VALUES (10295, 2, 10, 1, 39.95, 47.54, 19);
INSERT INTO order_lines VALUES (10295, 3, 8, 1, 47.88, 56.98, 19);

INSERT INTO orders VALUES (10296, 15, 'pending', 'EUR', 'Visa', '2025-03-04 01:49:49', '2025-03-04 01:49:49');
INSERT INTO order_lines VALUES (10296, 1, 10, 5, 39.95, 49.14, 23);
INSERT INTO order_lines VALUES (10296, 2, 5, 1, 89.00, 109.47, 23);
INSERT INTO order_lines VALUES (10296, 3, 2, 1, 69.90, 85.98, 23);

INSERT INTO orders VALUES (10297, 47, 'paid', 'EUR', NULL, '2025-03-04 02:49:56', '2025-03-04 02:49:56');
INSERT INTO order_lines VALUES (10297, 1, 10, 1, 39.95, 47.54, 19);
INSERT INTO order_lines VALUES (10297, 2, 1, 1, 29.90, 35.58, 19);

INSERT INTO orders VALUES (10298, 5, 'paid', 'GBP', 'Visa', '2025-03-04 02:49:56', '2025-03-04 02:49:56');
INSERT INTO order_lines VALUES (10298, 1, 3, 1, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10299, 55, 'paid', 'EUR', 'PayPal', '2025-03-04 03:00:09', '2025-03-04 03:00:09');
INSERT INTO order_lines VALUES (10299, 1, 4, 1, 14.99, 17.99, 20);

INSERT INTO orders VALUES (10300, 12, 'paid', 'GBP', 'PayPal', '2025-03-04 03:00:16', '2025-03-04 03:00:16');
INSERT INTO order_lines VALUES (10300, 1, 9, 5, 19.99, 23.99, 20);
INSERT INTO order_lines VALUES (10300, 2, 2, 1, 69.90, 83.88, 20);
INSERT INTO order_lines VALUES (10300, 3, 1, 1, 29.90, 35.88, 20);
INSERT INTO order_lines VALUES (10300, 4, 4, 2, 14.99, 17.99, 20);

INSERT INTO orders VALUES (10301, 90, 'paid', 'GBP', 'cash on delivery', '2025-03-04 03:01:17', '2025-03-04 03:01:17');
INSERT INTO order_lines VALUES (10301, 1, 5, 1, 89.00, 106.80, 20);

INSERT INTO orders VALUES (10302, 1, 'paid', 'EUR', 'Visa', '2025-03-04 04:01:24', '2025-03-04 04:01:24');
INSERT INTO order_lines VALUES (10302, 1, 1, 1, 29.90, 35.88, 20);

INSERT INTO orders VALUES (10303, 86, 'paid', 'GBP', NULL, '2025-03-04 05:01:31', '2025-03-04 05:01:31');
INSERT INTO order_lines VALUES (10303, 1, 3, 1, 4.99, 5.99, 20);
INSERT INTO order_lines VALUES (10303, 2, 1, 2, 29.90, 35.88, 20);

INSERT INTO orders VALUES (10304, 57, 'paid', 'EUR', 'American Express', '2025-03-04 05:01:38', '2025-03-04 05:01:38');
INSERT INTO order_lines VALUES (10304, 1, 2, 1, 69.90, 84.58, 21);
INSERT INTO order_lines VALUES (10304, 2, 8, 1, 47.88, 57.93, 21);

INSERT INTO orders VALUES (10305, 113, 'paid', 'EUR', 'bank transfer', '2025-03-04 05:11:51', '2025-03-04 05:11:51');
INSERT INTO order_lines VALUES (10305, 1, 4, 5, 14.99, 17.84, 19);
INSERT INTO order_lines VALUES (10305, 2, 3, 1, 4.99, 5.94, 19);

INSERT INTO orders VALUES (10306, 5, 'draft', 'GBP', NULL, '2025-03-04 05:12:52', '2025-03-04 05:12:52');
INSERT INTO order_lines VALUES (10306, 1, 1, 1, 29.90, 35.88, 20);
INSERT INTO order_lines VALUES (10306, 2, 8, 1, 47.88, 57.46, 20);
INSERT INTO order_lines VALUES (10306, 3, 4, 2, 14.99, 17.99, 20);
INSERT INTO order_lines VALUES (10306, 4, 10, 1, 39.95, 47.94, 20);

INSERT INTO orders VALUES (10307, 55, 'pending', 'EUR', 'American Express', '2025-03-04 05:12:52', '2025-03-04 05:12:52');
INSERT INTO order_lines VALUES (10307, 1, 2, 1, 69.90, 83.88, 20);
INSERT INTO order_lines VALUES (10307, 2, 3, 1, 4.99, 5.99, 20);
INSERT INTO order_lines VALUES (10307, 3, 10, 2, 39.95, 47.94, 20);

INSERT INTO orders VALUES (10308, 112, 'paid', 'EUR', 'American Express', '2025-03-04 05:12:52', '2025-03-04 05:12:52');
INSERT INTO order_lines VALUES (10308, 1, 3, 1, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10308, 2, 5, 5, 89.00, 105.91, 19);

INSERT INTO orders VALUES (10309, 38, 'paid', 'GBP', 'American Express', '2025-03-04 05:12:59', '2025-03-04 05:12:59');
INSERT INTO order_lines VALUES (10309, 1, 10, 1, 39.95, 47.94, 20);

INSERT INTO orders VALUES (10310, 103, 'paid', 'EUR', 'bank transfer', '2025-03-04 05:12:59', '2025-03-04 05:12:59');
INSERT INTO order_lines VALUES (10310, 1, 3, 1, 4.99, 5.94, 19);

INSERT INTO orders VALUES (10311, 64, 'paid', 'EUR', NULL, '2025-03-04 05:12:59', '2025-03-04 05:12:59');
INSERT INTO order_lines VALUES (10311, 1, 1, 1, 29.90, 36.18, 21);
INSERT INTO order_lines VALUES (10311, 2, 10, 1, 39.95, 48.34, 21);
INSERT INTO order_lines VALUES (10311, 3, 8, 1, 47.88, 57.93, 21);

INSERT INTO orders VALUES (10312, 44, 'paid', 'EUR', NULL, '2025-03-04 06:13:06', '2025-03-04 06:13:06');
INSERT INTO order_lines VALUES (10312, 1, 9, 2, 19.99, 23.99, 20);

INSERT INTO orders VALUES (10313, 104, 'pending', 'EUR', 'bank transfer', '2025-03-04 07:13:13', '2025-03-04 07:13:13');
INSERT INTO order_lines VALUES (10313, 1, 7, 1, 54.45, 65.88, 21);

INSERT INTO orders VALUES (10314, 19, 'paid', 'GBP', 'PayPal', '2025-03-04 07:13:20', '2025-03-04 07:13:20');
INSERT INTO order_lines VALUES (10314, 1, 6, 1, 189.50, 227.40, 20);

INSERT INTO orders VALUES (10315, 43, 'pending', 'EUR', 'PayPal', '2025-03-04 07:14:21', '2025-03-04 07:14:21');
INSERT INTO order_lines VALUES (10315, 1, 9, 5, 19.99, 24.59, 23);

INSERT INTO orders VALUES (10316, 4, 'paid', 'GBP', 'PayPal', '2025-03-04 07:15:22', '2025-03-04 07:15:22');
INSERT INTO order_lines VALUES (10316, 1, 6, 1, 189.50, 227.40, 20);

INSERT INTO orders VALUES (10317, 30, 'paid', 'EUR', 'cash on delivery', '2025-03-04 07:15:22', '2025-03-04 07:15:22');
INSERT INTO order_lines VALUES (10317, 1, 1, 1, 29.90, 36.18, 21);

INSERT INTO orders VALUES (10318, 37, 'paid', 'EUR', 'cheque', '2025-03-04 07:16:23', '2025-03-04 07:16:23');
INSERT INTO order_lines VALUES (10318, 1, 8, 1, 47.88, 56.98, 19);

INSERT INTO orders VALUES (10319, 91, 'pending', 'EUR', 'cheque', '2025-03-04 08:16:30', '2025-03-04 08:16:30');
INSERT INTO order_lines VALUES (10319, 1, 1, 2, 29.90, 36.18, 21);

INSERT INTO orders VALUES (10320, 54, 'paid', 'EUR', 'PayPal', '2025-03-04 08:26:43', '2025-03-04 08:26:43');
INSERT INTO order_lines VALUES (10320, 1, 1, 1, 29.90, 35.88, 20);

INSERT INTO orders VALUES (10321, 109, 'paid', 'GBP', 'Visa', '2025-03-04 08:26:50', '2025-03-04 08:26:50');
INSERT INTO order_lines VALUES (10321, 1, 3, 1, 4.99, 5.99, 20);

INSERT INTO orders VALUES (10322, 58, 'pending', 'GBP', 'Mastercard', '2025-03-04 08:37:03', '2025-03-04 08:37:03');
INSERT INTO order_lines VALUES (10322, 1, 1, 1, 29.90, 35.88, 20);
INSERT INTO order_lines VALUES (10322, 2, 10, 2, 39.95, 47.94, 20);
INSERT INTO order_lines VALUES (10322, 3, 5, 2, 89.00, 106.80, 20);

INSERT INTO orders VALUES (10323, 117, 'paid', 'EUR', 'cheque', '2025-03-04 08:38:04', '2025-03-04 08:38:04');
INSERT INTO order_lines VALUES (10323, 1, 3, 2, 4.99, 5.94, 19);
INSERT INTO order_lines VALUES (10323, 2, 9, 1, 19.99, 23.79, 19);
INSERT INTO order_lines VALUES (10323, 3, 4, 1, 14.99, 17.84, 19);
INSERT INTO order_lines VALUES (10323, 4, 7, 1, 54.45, 64.80, 19);

INSERT INTO orders VALUES (10324, 26, 'pending', 'GBP', 'Mastercard', '2025-03-04 08:38:11', '2025-03-04 08:38:11');
INSERT INTO order_lines VALUES (10324, 1, 4, 2, 14.99, 17.99, 20);

INSERT INTO orders VALUES (10325, 69, 'paid', 'GBP', 'PayPal', '2025-03-04 09:38:18', '2025-03-04 09:38:18');
INSERT INTO order_lines VALUES (10325, 1, 5, 2, 89.00, 106.80, 20);

INSERT INTO orders VALUES (10326, 117, 'paid', 'EUR', 'cheque', '2025-03-04 09:39:19', '2025-03-04 09:39:19');
INSERT INTO order_lines VALUES (10326, 1, 3, 1, 4.99, 5.94, 19);

INSERT INTO orders VALUES (10327, 18, 'paid', 'EUR', NULL, '2025-03-04 09:39:19', '2025-03-04 09:39:19');
INSERT INTO order_lines VALUES (10327, 1, 9, 1, 19.99, 23.79, 19);
INSERT INTO order_lines VALUES (10327, 2, 4, 1, 14.99, 17.84, 19);

INSERT INTO orders VALUES (10328, 24, 'paid', 'EUR', NULL, '2025-03-04 09:49:32', '2025-03-04 09:49:32');
INSERT INTO order_lines VALUES (10328, 1, 10, 1, 39.95, 47.54, 19);

INSERT INTO orders VALUES (10329, 69, 'paid', 'GBP', 'PayPal', '2025-03-04 09:50:33', '2025-03-04 09:50:33');
INSERT INTO order_lines VALUES (10329, 1, 8, 1, 47.88, 57.46, 20);

INSERT INTO orders VALUES (10330, 107, 'paid', 'EUR', 'Visa', '2025-03-04 09:50:40', '2025-03-04 09:50:40');
INSERT INTO order_lines VALUES (10330, 1, 8, 2, 47.88, 58.89, 23);
