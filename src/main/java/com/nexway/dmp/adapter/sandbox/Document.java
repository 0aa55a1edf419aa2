package com.nexway.dmp.adapter.sandbox;

import static com.nexway.dmp.adapter.sandbox.DocumentTypes.DATE;
import static com.nexway.dmp.adapter.sandbox.DocumentTypes.EMAIL;
import static com.nexway.dmp.adapter.sandbox.DocumentTypes.FLOAT;
import static com.nexway.dmp.adapter.sandbox.DocumentTypes.INTEGER;
import static com.nexway.dmp.adapter.sandbox.DocumentTypes.RATIO;
import static com.nexway.dmp.adapter.sandbox.DocumentTypes.SECONDS;
import static com.nexway.dmp.adapter.sandbox.DocumentTypes.STREET;
import static com.nexway.dmp.adapter.sandbox.DocumentTypes.TEXT;
import static com.nexway.dmp.adapter.sandbox.Shape.listOf;
import static com.nexway.dmp.adapter.sandbox.Shape.may;
import static com.nexway.dmp.adapter.sandbox.Shape.must;
import static com.nexway.dmp.adapter.sandbox.Shape.object;
import static com.nexway.dmp.adapter.sandbox.Shape.oneOf;

/** The Event resource, in the order of the document. */
final class Document {
  private static final Shape META =
      object(
          may("customerID", TEXT),
          may("dataAcquisitionTime", SECONDS),
          may("nexwaySalesunitID", TEXT),
          may("originStore", TEXT),
          may("platformID", TEXT),
          may("siteLanguage", TEXT));

  private static final Shape ACTION =
      oneOf("send data", "order", "register licences", "cancel order", "use product", "cart");

  private static final Shape PRICING =
      object(
          may("VATRate", RATIO),
          may("discountConstant", FLOAT),
          may("discountRate", RATIO),
          may("unitPriceExcludingVAT", FLOAT),
          may("unitPriceIncludingVAT", FLOAT));

  private static final Shape PACKSHOT =
      object(must("URL", TEXT), must("height", INTEGER), must("width", INTEGER));

  private static final Shape PRODUCT =
      object(
          must("name", TEXT),
          may("nexwayID", TEXT),
          may("packshots", listOf(PACKSHOT)),
          must("uniqueReference", TEXT));

  private static final Shape CART =
      object(
          may("URL", TEXT),
          must("currency", TEXT),
          may("id", TEXT),
          must(
              "items",
              listOf(
                  object(
                      may("pricing", PRICING),
                      must("product", PRODUCT),
                      must("quantity", INTEGER)))));

  private static final Shape PAYMENT_METHOD =
      oneOf(
          """
          amex bank_transfer boleto cartebleue cb cheque clickandbuy diners discover elo elv eps
          express_checkout giropay hipercard ideal ing_homepay invoice jcb maestro mastercard
          mistercash paylib paypal postepay sofort sofortbanking visa visa_electron wha slimpay
          sepa pse baloto efecty bnl checkout bank_transfer_nl nordea digital_goods pass
          paysafecard wafacash
          """
              .strip()
              .split("\\s+"));

  private static final Shape ORDER =
      object(
          may("CCExpirationDate", DATE),
          may("cartId", TEXT),
          may("cartUrl", TEXT),
          must("currency", TEXT),
          must("id", TEXT),
          must(
              "items",
              listOf(
                  object(
                      may("licenceNumbers", listOf(TEXT)),
                      may("pricing", PRICING),
                      must("product", PRODUCT),
                      must("quantity", INTEGER)))),
          may("paymentMethod", PAYMENT_METHOD),
          may("paymentStatus", oneOf("accepted", "refused", "fraud", "pending", "cancelled")));

  private static final Shape REGISTRATIONS =
      listOf(object(may("licenceNumber", TEXT), may("product", PRODUCT)));

  private static final Shape USAGE =
      object(
          may("product", PRODUCT),
          may("type", oneOf("start_trial", "end_trial", "start_freemium", "end_freemium")));

  private static final Shape ADDRESS =
      object(
          may("city", TEXT),
          must("country", TEXT),
          may("state", TEXT),
          may("street", STREET),
          must("zipcode", TEXT));

  private static final Shape CONSENT =
      object(must("status", oneOf("accepted", "refused", "untold")), must("topic", TEXT));

  private static final Shape IDENTITY =
      object(must("identifier", TEXT), must("platform", oneOf("facebook", "twitter", "linkedin")));

  private static final Shape USER =
      object(
          may("FTIN", TEXT),
          may("VATIN", TEXT),
          may("addresses", listOf(ADDRESS)),
          may("birthDate", DATE),
          may("companyName", TEXT),
          may("companyRegistrationNumber", TEXT),
          may(
              "companySizeFreeRange",
              object(may("lowerBoundInclusive", INTEGER), may("upperBoundInclusive", INTEGER))),
          may(
              "companySizeRange",
              oneOf("less than or equal to 50", "51-200", "200-1000", "more than 1000")),
          may("country", TEXT),
          must("email", EMAIL),
          may("firstName", TEXT),
          may("gender", oneOf("M", "F")),
          may("language", TEXT),
          may("lastName", TEXT),
          may("marketingConsents", listOf(CONSENT)),
          may("middleName", TEXT),
          may("networkIdentities", listOf(IDENTITY)),
          may("phoneNumbers", listOf(TEXT)),
          may("preferredCurrency", TEXT),
          may("title", TEXT),
          may("username", TEXT));

  static final Shape EVENT =
      object(
          may("_meta", META),
          must("action", ACTION),
          may("actionTime", SECONDS),
          may("cart", CART),
          may("order", ORDER),
          may("registrations", REGISTRATIONS),
          may("usage", USAGE),
          must("user", USER));

  private Document() {}
}
