/** Notifications that a shop posts: who may, and what they hold. */
@NullMarked
package com.nexway.dmp.adapter.source.webhook;

import org.jspecify.annotations.NullMarked;
