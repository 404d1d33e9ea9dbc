package dev.rapport.health.churn;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.observation.Window;

/** Up to when a probability of loss counts. */
public sealed interface Horizon {

    /**
     * A loss within so many days.
     *
     * @param days  the horizon, at least 1
     * @return the horizon
     */
    static Horizon withinDays(int days) {
        return new Within(Window.within(days));
    }

    /**
     * A loss at the next decision, whenever that is.
     *
     * @return the horizon
     */
    static Horizon nextDecision() {
        return new NextDecision();
    }

    /**
     * A loss within a window of days.
     *
     * @param window  the days ahead that count
     */
    record Within(Window window) implements Horizon {

        /**
         * Checks that there is a window.
         *
         * @param window  the days ahead that count
         */
        public Within {
            requireNonNull(window, "window");
        }

        /** As in {@code within 90 days}. */
        @Override
        public String toString() {
            return window.toString();
        }
    }

    /** A loss at the next decision. */
    record NextDecision() implements Horizon {

        /** {@code at the next decision}. */
        @Override
        public String toString() {
            return "at the next decision";
        }
    }
}
