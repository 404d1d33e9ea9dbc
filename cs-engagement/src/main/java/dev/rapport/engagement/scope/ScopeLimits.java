package dev.rapport.engagement.scope;

/**
 * How much one leader can lead well.
 *
 * @param directReports  how many people report to one leader; with more, each area needs leads of its own
 * @param areas  how many areas one leader has who leads through leads
 * @param areasWhileSmall  how many areas one leader has who knows everybody, having no more than direct reports
 */
public record ScopeLimits(int directReports, int areas, int areasWhileSmall) {

    /**
     * Checks the limits.
     *
     * @param directReports  people under one leader
     * @param areas  areas under one leader
     * @param areasWhileSmall  areas under one leader in a small company
     */
    public ScopeLimits {
        if (directReports < 2 || areas < 1 || areasWhileSmall < areas) {
            throw new IllegalArgumentException("limits (directReports " + directReports + ", areas " + areas
                    + ", areasWhileSmall " + areasWhileSmall
                    + ") must be at least 2, at least 1, and at least as many as areas.");
        }
    }

    /**
     * The preset {@code scope-limits-standard}: 8 people, 2 areas, 4 while small. 5 to 9 direct reports are what Urwick's
     * rule ("The Manager's Span of Control", Harvard Business Review, May 1956: five, or at most six whose work interlocks)
     * and today's custom lie between; that a scope of four areas works while a company is small and not later is the
     * second source document's, the numbers are ours.
     *
     * @return the limits
     */
    public static ScopeLimits standard() {
        return new ScopeLimits(8, 2, 4);
    }
}
