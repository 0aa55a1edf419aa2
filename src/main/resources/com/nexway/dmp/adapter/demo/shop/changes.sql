UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:00:05' WHERE id = 10008;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:00:06' WHERE id = 10012;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:00:07' WHERE id = 10022;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:01:37' WHERE id = 10031;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:03:07' WHERE id = 10043;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:04:37' WHERE id = 10046;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:06:07' WHERE id = 10051;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:06:08' WHERE id = 10063;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:07:38' WHERE id = 10077;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:07:39' WHERE id = 10079;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:09:09' WHERE id = 10085;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:09:14' WHERE id = 10106;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:09:15' WHERE id = 10127;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:10:45' WHERE id = 10131;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:10:46' WHERE id = 10136;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:10:51' WHERE id = 10137;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:12:21' WHERE id = 10143;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:12:22' WHERE id = 10147;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:12:23' WHERE id = 10171;

UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:12:28' WHERE id = 10173;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:29' WHERE id = 10004;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:34' WHERE id = 10014;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:35' WHERE id = 10021;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:40' WHERE id = 10035;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:41' WHERE id = 10041;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:42' WHERE id = 10053;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:43' WHERE id = 10059;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:44' WHERE id = 10066;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:12:45' WHERE id = 10076;

UPDATE orders SET status = 'cancelled', updated_at = '2025-07-01 09:14:15' WHERE id = 10087;

-- was a draft: nothing of it has been sent
UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:14:20' WHERE id = 10005;

-- was a draft: nothing of it has been sent
UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:14:21' WHERE id = 10025;

-- was a draft: nothing of it has been sent
UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:14:22' WHERE id = 10029;

-- was a draft: nothing of it has been sent
UPDATE orders SET status = 'paid', updated_at = '2025-07-01 09:15:52' WHERE id = 10044;
