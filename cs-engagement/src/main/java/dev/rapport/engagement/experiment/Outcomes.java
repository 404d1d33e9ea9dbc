package dev.rapport.engagement.experiment;

/** What an outcome must be. */
final class Outcomes {

    private Outcomes() {}

    static double checked(double outcome, String kind, String name) {
        if (!Double.isFinite(outcome)) {
            throw new IllegalArgumentException("outcome (" + outcome + ") of " + kind + " (" + name
                    + ") must be a finite number.\nMaybe leave it out, and say so.");
        }
        return outcome;
    }
}
