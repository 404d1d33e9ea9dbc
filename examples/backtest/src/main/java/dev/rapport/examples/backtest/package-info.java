/** The gate on two public data sets: a model that predicts, and data that nothing predicts. Begin with {@code Main}. */
@NullMarked
package dev.rapport.examples.backtest;

import org.jspecify.annotations.NullMarked;
