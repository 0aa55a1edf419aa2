/** Words for a log and a console: on one line each, and not too many of them. */
@NullMarked
package com.nexway.dmp.adapter.text;

import org.jspecify.annotations.NullMarked;
