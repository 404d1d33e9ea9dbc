package dev.rapport.examples.quickstart.sample;

/** The root causes of tickets and feedback that the sample's escalation policy routes to a department. */
final class Causes {

    /** To engineering. */
    static final String DEFECT = "product-defect";

    /** To sales. */
    static final String SALES_EXPECTATION = "sales-expectation";

    /** To customer success and onboarding. */
    static final String USE_CASE = "use-case-not-reached";

    private Causes() {}
}
