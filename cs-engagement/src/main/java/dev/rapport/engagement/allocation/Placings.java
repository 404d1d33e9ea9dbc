package dev.rapport.engagement.allocation;

/** A search through the ways to place some items with some agents, all other items being where they are. */
interface Placings {

    /**
     * Looks for the best way below a limit that is not the present one.
     *
     * @param now  the loads, which are changed on the way and are back where they were in the end
     * @param freed  the items, taken off the loads already, in the order in which they are placed
     * @param itemCount  how many they are
     * @param present  where they are now, by index of the agents
     * @param among  the agents
     * @param agentCount  how many they are
     * @param mustBeBelow  reduced costs of the items and waste of the loads of these agents together
     * @param mostNodes  when to give up
     * @return reduced costs and waste of the way found, or the limit if there is none
     */
    double search(
            double[] now,
            int[] freed,
            int itemCount,
            int[] present,
            int[] among,
            int agentCount,
            double mustBeBelow,
            long mostNodes);

    /** With how few agents a search is worth it. */
    int fewestAgents();

    /** With how many agents a search still ends. */
    int mostAgents();

    /** Where an item of the last search goes, after {@link #search} found something. */
    int found(int at);

    /** How many nodes the last search visited. */
    long nodes();

    /** Says whether the last search saw everything that could be below its limit. */
    boolean isComplete();
}
