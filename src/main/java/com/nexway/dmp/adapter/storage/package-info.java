/** Databases of our own: SQLite and PostgreSQL dialects, and the tables' text. */
@NullMarked
package com.nexway.dmp.adapter.storage;

import org.jspecify.annotations.NullMarked;
