/** For programs that study any CSV file: the program itself, which is given its
 * methods; the table with what was rejected; and a page with charts. */
@NullMarked
package dev.rapport.examples.shared.study;

import org.jspecify.annotations.NullMarked;
