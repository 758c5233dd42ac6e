namespace Ahoy.Simulator.World;

/// <summary>What +15005550000 to +15005550009 mean, whoever uses them. Page: Test credentials.</summary>
internal static class MagicNumbers
{
    /// <summary>Refuses a sender of messages.</summary>
    public static void CheckMessageFrom(string from)
    {
        switch (from)
        {
            case "+15005550001":
                throw new TwilioErrorException(21212, $"The 'From' number {from} is not a valid phone number, shortcode, or alphanumeric sender ID.");
            case "+15005550007":
                throw new TwilioErrorException(21606, $"The 'From' phone number {from} is not a valid, SMS-capable inbound phone number or short code for your account.");
            case "+15005550008":
                throw new TwilioErrorException(21611, $"This 'From' number {from} has exceeded the maximum number of queued messages.", 429);
        }
    }

    /// <summary>Refuses a recipient of messages.</summary>
    public static void CheckMessageTo(string to)
    {
        switch (to)
        {
            case "+15005550001":
                throw new TwilioErrorException(21211, $"Invalid 'To' Phone Number: {to}");
            case "+15005550002":
                throw new TwilioErrorException(21612, $"The 'To' phone number {to} is not currently reachable via SMS.");
            case "+15005550003":
                throw new TwilioErrorException(21408, $"Permission to send an SMS has not been enabled for the region indicated by the 'To' number: {to}.");
            case "+15005550004":
                throw new TwilioErrorException(21610, "Attempt to send to unsubscribed recipient");
            case "+15005550009":
                throw new TwilioErrorException(21614, $"'To' number is not a valid mobile number: {to}");
        }
    }

    /// <summary>Refuses who calls.</summary>
    public static void CheckCallFrom(string from)
    {
        if (from == "+15005550001")
        {
            throw new TwilioErrorException(21212, $"Invalid 'From' Phone Number: {from}");
        }
    }

    /// <summary>Refuses who is called.</summary>
    public static void CheckCallTo(string to)
    {
        switch (to)
        {
            case "+15005550001":
                throw new TwilioErrorException(21217, $"Phone number {to} does not appear to be valid.");
            case "+15005550002":
                throw new TwilioErrorException(21214, $"'To' phone number {to} cannot be reached.");
            case "+15005550003":
                throw new TwilioErrorException(21215, $"Account not authorized to call {to}. Perhaps you need to enable some international permissions.");
            case "+15005550004":
                throw new TwilioErrorException(21216, $"Call blocked: you are not allowed to call {to}.");
        }
    }

    /// <summary>Refuses a number that is to be bought.</summary>
    public static void CheckPurchase(string number)
    {
        switch (number)
        {
            case "+15005550000":
                throw new TwilioErrorException(21422, $"{number} is not available.");
            case "+15005550001":
                throw new TwilioErrorException(21421, $"PhoneNumber {number} is not a valid number.");
        }
    }

    /// <summary>Refuses an area code of which a number is to be bought.</summary>
    public static void CheckAreaCode(string areaCode)
    {
        if (areaCode == "533")
        {
            throw new TwilioErrorException(21452, $"No phone numbers found in area code {areaCode}.");
        }
    }
}
