/** The commands. */
@NullMarked
package com.nexway.dmp.adapter.cli;

import org.jspecify.annotations.NullMarked;
