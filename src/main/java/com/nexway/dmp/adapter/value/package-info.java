/** One language for what the merchant sets: how values are written, and what keys say of them. */
@NullMarked
package com.nexway.dmp.adapter.value;

import org.jspecify.annotations.NullMarked;
