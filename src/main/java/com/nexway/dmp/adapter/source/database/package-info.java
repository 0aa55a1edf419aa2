/** Rows of a shop's database, read page by page behind a cursor. */
@NullMarked
package com.nexway.dmp.adapter.source.database;

import org.jspecify.annotations.NullMarked;
