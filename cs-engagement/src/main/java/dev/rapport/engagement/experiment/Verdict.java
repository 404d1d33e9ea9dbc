package dev.rapport.engagement.experiment;

/** What an experiment says, in words for people who do not read intervals. */
public enum Verdict {
    /** The whole interval lies on the wanted side of zero. */
    WORKS("works"),
    /** The whole interval lies below the least effect that matters, and not all of it on the unwanted side of zero. */
    DOES_NOT_WORK("does not work"),
    /** The whole interval lies on the unwanted side of zero. */
    MAKES_IT_WORSE("makes it worse"),
    /** The interval holds both nothing and an effect that would matter. */
    CANNOT_TELL("cannot tell yet"),
    /** The data cannot bear an answer. */
    REFUSED("refused");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /**
     * The verdict for a sentence.
     *
     * @return such as {@code cannot tell yet}
     */
    public String words() {
        return words;
    }
}
