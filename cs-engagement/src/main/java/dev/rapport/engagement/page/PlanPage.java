package dev.rapport.engagement.page;

import com.samskivert.mustache.Template;
import dev.rapport.engagement.plan.Plan;
import java.io.IOException;

/** A plan as a page: the segments, charts and lists that a VP looks at first. */
public final class PlanPage {

    private static final Template TEMPLATE = Templates.compiled("plan");

    private PlanPage() {}

    /**
     * Writes a plan as a self-contained page.
     *
     * @param plan  the plan
     * @param links  where the other pages are
     * @param target  where the HTML is written
     * @throws IOException if the target fails
     */
    public static void write(Plan plan, PlanLinks links, Appendable target) throws IOException {
        Templates.write(TEMPLATE, new PlanModel(plan, links).fill(), target);
    }
}
