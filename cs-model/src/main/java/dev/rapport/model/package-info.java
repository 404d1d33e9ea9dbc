/** Facts in two times, attributes, customers, explanations, problems; reading and writing them. */
@NullMarked
package dev.rapport.model;

import org.jspecify.annotations.NullMarked;
