@NullMarked
package dev.rapport.examples.policylab;

import org.jspecify.annotations.NullMarked;
