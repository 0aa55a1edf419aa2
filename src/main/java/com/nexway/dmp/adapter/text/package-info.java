/** Texts: as a log and a console, a spreadsheet and a hash take them. */
@NullMarked
package com.nexway.dmp.adapter.text;

import org.jspecify.annotations.NullMarked;
