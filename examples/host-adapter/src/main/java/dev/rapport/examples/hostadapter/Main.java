package dev.rapport.examples.hostadapter;

/** A host with its own classes binds its getters once. */
public final class Main {

    private Main() {}

    /**
     * Runs the example.
     *
     * @param args printed as they are
     */
    public static void main(String[] args) {
        System.out.println("Rapport Examples: Host Adapter: " + String.join(" ", args));
    }
}
