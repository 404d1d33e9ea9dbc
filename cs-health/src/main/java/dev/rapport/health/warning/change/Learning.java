package dev.rapport.health.warning.change;

/**
 * How a watch learns what is usual. Memory is in proportion to start-up and slots, whatever the length of the series.
 *
 * @param startUp  how many periods are looked at before any is judged: their medians are the first idea of what is usual
 * @param memory  the mean age, in periods, of what is remembered afterwards
 * @param slots  how many kinds of periods are told apart, such as the days of the week; 1 if none
 */
public record Learning(int startUp, int memory, int slots) {

    /**
     * Checks the numbers.
     *
     * @param startUp  4 to 5,000
     * @param memory  2 to 5,000
     * @param slots  1 to 1,000
     */
    public Learning {
        require("startUp", startUp, 4, 5_000);
        require("memory", memory, 2, 5_000);
        require("slots", slots, 1, 1_000);
    }

    private static void require(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    name + " (" + value + ") must be between " + least + " and " + most + ".");
        }
    }
}
