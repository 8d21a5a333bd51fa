package org.roster.directory.apikey;

/** An API key that was just made, with its secret, which is shown this once. */
public record IssuedApiKey(ApiKey apiKey, String secret) {

    /** The one text that goes into a header: the id, a dot, the secret. */
    public String key() {
        return apiKey.keyId() + '.' + secret;
    }

    @Override
    public String toString() {
        return "IssuedApiKey[" + apiKey + "]";
    }
}
