package dev.rapport.health.warning.change;

/** Which changes are looked for. */
public enum Sides {
    /** Only falls. */
    FALLS,
    /** Only rises. */
    RISES,
    /** Falls and rises. */
    BOTH;

    boolean falls() {
        return this != RISES;
    }

    boolean rises() {
        return this != FALLS;
    }
}
