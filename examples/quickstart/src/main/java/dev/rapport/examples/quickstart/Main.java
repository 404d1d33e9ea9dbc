package dev.rapport.examples.quickstart;

/** The main job, from facts to a plan. */
public final class Main {

    private Main() {}

    /**
     * Runs the example.
     *
     * @param args printed as they are
     */
    public static void main(String[] args) {
        System.out.println("Rapport Examples: Quickstart: " + String.join(" ", args));
    }
}
