package dev.rapport.engagement.page;

import com.samskivert.mustache.Template;
import dev.rapport.engagement.pack.ReviewPack;
import java.io.IOException;

/** The pack for an annual review as a page, to be printed on A4. */
public final class ReviewPackPage {

    private static final Template TEMPLATE = Templates.compiled("review-pack");

    private ReviewPackPage() {}

    /**
     * Writes a pack as a self-contained page.
     *
     * @param pack  the pack
     * @param target  where the HTML is written
     * @throws IOException if the target fails
     */
    public static void write(ReviewPack pack, Appendable target) throws IOException {
        Templates.write(TEMPLATE, new ReviewPackModel(pack).fill(), target);
    }
}
