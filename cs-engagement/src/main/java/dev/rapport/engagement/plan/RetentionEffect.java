package dev.rapport.engagement.plan;

/**
 * What becomes of the book's retention if segments get other models, by today's ARR.
 *
 * @param now  what the segments kept in the last twelve months under the models that they have
 * @param proposed  what they are expected to keep under those that they should get
 */
public record RetentionEffect(Rates now, Rates proposed) {

    /**
     * Shares of ARR.
     *
     * @param gross  what is kept, expansion left out
     * @param net  what is kept with expansion: as much on each unit of what is kept as in the last twelve months
     */
    public record Rates(double gross, double net) {}
}
