package dev.rapport.examples.quickstart.sample;

/** The root causes of tickets and feedback that the sample's escalation policy routes to a department. */
final class Causes {

    /** To engineering. */
    static final String DEFECT = "defect";

    /** To sales. */
    static final String SALES_EXPECTATION = "expectations-not-met";

    /** To customer success and onboarding. */
    static final String USE_CASE = "use-case-not-achieved";

    /** To product. */
    static final String GAP = "gap";

    /** To services. */
    static final String INTEGRATION = "integration";

    /** To engineering. */
    static final String PERFORMANCE = "performance";

    /** To sales. */
    static final String PRICE = "price";

    /** To onboarding. */
    static final String TRAINING = "training";

    /** To nobody: no root cause was found. */
    static final String NONE = "";

    private Causes() {}
}
