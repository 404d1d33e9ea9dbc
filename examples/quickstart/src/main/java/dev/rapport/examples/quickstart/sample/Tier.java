package dev.rapport.examples.quickstart.sample;

/** The tiers by yearly revenue in euro that the sample's policies use too. */
enum Tier {
    STRATEGIC("strategic", 100_000),
    ENTERPRISE("enterprise", 40_000),
    MID_MARKET("mid-market", 10_000),
    SMALL("small", 0);

    private final String id;
    private final double atLeast;

    Tier(String id, double atLeast) {
        this.id = id;
        this.atLeast = atLeast;
    }

    static Tier of(double arrInEuro) {
        for (Tier tier : values()) {
            if (arrInEuro >= tier.atLeast) {
                return tier;
            }
        }
        return SMALL;
    }

    String id() {
        return id;
    }

    /** Larger customers have a CSM of their own, small ones share a pool. */
    boolean isNamed() {
        return this != SMALL;
    }

    boolean isLarge() {
        return this == STRATEGIC || this == ENTERPRISE;
    }
}
