/** What the DMP's answers mean, how fast events leave and when they are tried again. */
@NullMarked
package com.nexway.dmp.adapter.delivery;

import org.jspecify.annotations.NullMarked;
