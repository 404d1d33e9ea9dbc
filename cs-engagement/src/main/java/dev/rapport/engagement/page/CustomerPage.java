package dev.rapport.engagement.page;

import com.samskivert.mustache.Template;
import dev.rapport.engagement.file.CustomerFile;
import java.io.IOException;

/** A customer file as a page. */
public final class CustomerPage {

    private static final Template TEMPLATE = Templates.compiled("customer");

    private CustomerPage() {}

    /**
     * Writes a customer file as a self-contained page.
     *
     * @param file  the file
     * @param target  where the HTML is written
     * @throws IOException if the target fails
     */
    public static void write(CustomerFile file, Appendable target) throws IOException {
        Templates.write(TEMPLATE, new CustomerModel(file).fill(), target);
    }
}
