/** Raw input made into batches: CSV, database rows, webhooks. */
@NullMarked
package com.nexway.dmp.adapter.source;

import org.jspecify.annotations.NullMarked;
