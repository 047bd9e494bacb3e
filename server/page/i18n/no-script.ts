import type { CitizenLanguage } from '../../../protocol/language.ts';

type NoScript = { readonly title: string; readonly what: string; readonly urgent: string };

/** What is said where no script runs: the relay writes it into the page, and no script carries it. */
export const NO_SCRIPT: Readonly<Record<CitizenLanguage, NoScript>> = {
  fr: {
    title: 'Le tchat a besoin de JavaScript, et votre navigateur ne l’exécute pas.',
    what: 'Vous pouvez activer JavaScript dans les réglages du navigateur, puis recharger cette page, ou ouvrir cette page avec un autre appareil.',
    urgent:
      'Si c’est urgent, appelez le 17 ou le 112, ou envoyez un SMS au 114 : les liens sont en haut de cette page. Sinon, vous pouvez aussi vous rendre dans un commissariat.',
  },
  'fr-simple': {
    title: 'Le tchat ne marche pas sur cet appareil.',
    what: 'Essayez avec un autre téléphone ou un autre ordinateur. Vous pouvez demander de l’aide à une personne.',
    urgent:
      'Danger ? Appelez le 17 ou le 112. Vous ne pouvez pas parler ? Envoyez un SMS au 114. Vous pouvez aussi aller dans un commissariat.',
  },
  en: {
    title: 'The chat needs JavaScript, and your browser does not run it.',
    what: 'You can turn JavaScript on in the browser’s settings and reload this page, or open this page on another device.',
    urgent:
      'If it is urgent, call 17 or 112, or text 114: the links are at the top of this page. Otherwise, you can also go to a police station.',
  },
  es: {
    title: 'El chat necesita JavaScript y su navegador no lo ejecuta.',
    what: 'Puede activar JavaScript en los ajustes del navegador y recargar esta página, o abrirla en otro dispositivo.',
    urgent:
      'Si es urgente, llame al 17 o al 112, o envíe un SMS al 114: los enlaces están arriba en esta página. Si no, también puede ir a una comisaría.',
  },
  de: {
    title: 'Der Chat braucht JavaScript, und Ihr Browser führt es nicht aus.',
    what: 'Sie können JavaScript in den Einstellungen des Browsers einschalten und diese Seite neu laden, oder sie auf einem anderen Gerät öffnen.',
    urgent:
      'Wenn es dringend ist, rufen Sie die 17 oder die 112 an, oder senden Sie eine SMS an die 114: Die Links stehen oben auf dieser Seite. Sonst können Sie auch zu einer Polizeiwache gehen.',
  },
  it: {
    title: 'La chat ha bisogno di JavaScript e il suo browser non lo esegue.',
    what: 'Può attivare JavaScript nelle impostazioni del browser e ricaricare questa pagina, o aprirla con un altro dispositivo.',
    urgent:
      'Se è urgente, chiami il 17 o il 112, o mandi un SMS al 114: i collegamenti sono in cima a questa pagina. Altrimenti può anche andare in un commissariato.',
  },
  pt: {
    title: 'O chat precisa de JavaScript e o seu navegador não o executa.',
    what: 'Pode ativar o JavaScript nas definições do navegador e recarregar esta página, ou abri-la noutro aparelho.',
    urgent:
      'Se for urgente, ligue 17 ou 112, ou envie um SMS para o 114: as ligações estão no topo desta página. Senão, também pode ir a uma esquadra.',
  },
  ar: {
    title: 'تحتاج الدردشة إلى JavaScript، ومتصفحك لا يشغّله.',
    what: 'يمكنك تفعيل JavaScript في إعدادات المتصفح ثم إعادة تحميل هذه الصفحة، أو فتحها على جهاز آخر.',
    urgent:
      'إذا كان الأمر عاجلاً، اتصل بالرقم 17 أو 112، أو أرسل رسالة نصية إلى 114: الروابط في أعلى هذه الصفحة. وإلا يمكنك أيضاً الذهاب إلى مركز شرطة.',
  },
  uk: {
    title: 'Чату потрібен JavaScript, а ваш браузер його не виконує.',
    what: 'Можна ввімкнути JavaScript у налаштуваннях браузера і перезавантажити цю сторінку або відкрити її на іншому пристрої.',
    urgent:
      'Якщо терміново, дзвоніть 17 або 112, чи надішліть SMS на 114: посилання є вгорі цієї сторінки. Інакше можна також піти до відділку поліції.',
  },
  zh: {
    title: '聊天需要 JavaScript，而您的浏览器没有运行它。',
    what: '您可以在浏览器设置中开启 JavaScript 并重新加载此页面，或用其他设备打开。',
    urgent: '如果情况紧急，请拨打 17 或 112，或发短信至 114：链接在此页面顶部。否则，您也可以前往警察局。',
  },
};
