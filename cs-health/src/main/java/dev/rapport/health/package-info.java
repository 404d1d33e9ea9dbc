/** How are they, and will they stay? Measures, scorecards, churn, retention and validation against outcomes. */
@NullMarked
package dev.rapport.health;

import org.jspecify.annotations.NullMarked;
