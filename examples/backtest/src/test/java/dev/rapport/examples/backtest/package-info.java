@NullMarked
package dev.rapport.examples.backtest;

import org.jspecify.annotations.NullMarked;
