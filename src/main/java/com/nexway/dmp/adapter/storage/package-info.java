/** Databases of our own: SQLite and PostgreSQL dialects, migrations. */
@NullMarked
package com.nexway.dmp.adapter.storage;

import org.jspecify.annotations.NullMarked;
