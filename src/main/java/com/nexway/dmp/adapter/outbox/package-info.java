/** The durable outbox: what was accepted, in order per customer, until the DMP has answered. */
@NullMarked
package com.nexway.dmp.adapter.outbox;

import org.jspecify.annotations.NullMarked;
