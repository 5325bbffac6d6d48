/** Database servers in processes of their own, and the JDBC drivers that reach them. */
@NullMarked
package io.github.smc4j.database;

import org.jspecify.annotations.NullMarked;
