package org.roster.text;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.io.Reader;
import java.io.StringReader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Mustache templates of one folder of the class path, each compiled once. A template sees the entries of maps and nothing
 * else of Java, so that whoever writes one can reach no method of ours. A variable that is not there is a fault; a section
 * that is not there is left out.
 */
public final class Templates {

    private static final String SUFFIX = ".mustache";

    private final Mustache.Compiler compiler;
    private final String folder;
    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    private Templates(Mustache.Compiler compiler, String folder) {
        this.folder = folder;
        this.compiler = compiler.withCollector(new MapsOnly()).withLoader(this::source);
    }

    /**
     * Templates whose variables are escaped for HTML.
     *
     * @param folder where they lie on the class path; without slashes at its ends
     */
    public static Templates html(String folder) {
        return new Templates(Mustache.compiler().withEscaper(Escapers.HTML), folder);
    }

    /** Templates of plain text, whose variables stand as they are. */
    public static Templates plain(String folder) {
        return new Templates(Mustache.compiler().withEscaper(Escapers.NONE), folder);
    }

    /** @param name of the file, without {@code .mustache} */
    public String render(String name, Map<String, ?> values) {
        return compiled.computeIfAbsent(name, one -> compiler.compile(source(one)))
                .execute(values);
    }

    /**
     * Renders a text that is no file.
     *
     * @throws IllegalArgumentException when it is no template, or asks for a variable that is not there; the message says
     *     what is wrong with it
     */
    public String renderText(String template, Map<String, ?> values) {
        try {
            return compiler.compile(template).execute(values);
        } catch (MustacheException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private Reader source(String name) {
        return new StringReader(Resources.text(folder + '/' + name + SUFFIX));
    }

    /** Reads maps only. */
    private static final class MapsOnly extends BasicCollector {

        @Override
        public Mustache.@Nullable VariableFetcher createFetcher(Object context, String name) {
            return context instanceof Map ? super.createFetcher(context, name) : null;
        }

        @Override
        public <K, V> Map<K, V> createFetcherCache() {
            return new ConcurrentHashMap<>();
        }
    }
}
