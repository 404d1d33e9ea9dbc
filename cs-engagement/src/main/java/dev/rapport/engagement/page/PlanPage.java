package dev.rapport.engagement.page;

import com.samskivert.mustache.Template;
import dev.rapport.engagement.plan.Plan;
import java.io.IOException;
import java.util.function.UnaryOperator;

/** A plan as a page: the segments, charts and lists that a VP looks at first. */
public final class PlanPage {

    private static final Template TEMPLATE = Templates.compiled("plan");

    private PlanPage() {}

    /**
     * Writes a plan as a self-contained page.
     *
     * @param plan  the plan
     * @param link  where the page of a customer is, by the customer's id
     * @param target  where the HTML is written
     * @throws IOException if the target fails
     */
    public static void write(Plan plan, UnaryOperator<String> link, Appendable target) throws IOException {
        Templates.write(TEMPLATE, new PlanModel(plan, link).fill(), target);
    }
}
